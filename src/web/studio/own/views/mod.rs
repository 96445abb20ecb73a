pub mod factor;
pub mod password;
pub mod proof;
