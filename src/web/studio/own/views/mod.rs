pub mod factor;
pub mod keys;
pub mod password;
pub mod proof;
