//! What is printed: text set in every script, drawn once, and written as a picture for the screen or as PDF. What is on the
//! screen is what leaves the printer, since both are made of the same marks.
//!
//! All lengths are points (1/72 inch) and y grows downwards, from the upper left corner.

pub mod code;
pub mod delivery;
pub mod fonts;
pub mod geometry;
pub mod kit;
pub mod mark;
pub mod official_sheet;
pub mod pdf;
pub mod postcard;
pub mod report;
pub mod svg;
pub mod text;
