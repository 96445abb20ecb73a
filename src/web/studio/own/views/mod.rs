pub mod proof;
