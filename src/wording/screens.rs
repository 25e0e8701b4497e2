//! What the shell, the welcome screen, the profile and the questions say.

use super::words;

words! {
    saved_at(time: &str): "已于{time}保存在本机", "Saved at {time} on this device";
}
