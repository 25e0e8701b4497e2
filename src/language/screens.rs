//! What the screens say.

use super::words;

words! {
    product_name: "工厂体检", "Factory Checkup";
    saved_at(time: &str): "已于 {time} 保存在本机", "Saved at {time} on this device";
}
