//! The two kinds of figures: found against wanted, and right against asked.

/// How many were found and wanted, found in all, wanted in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Count {
    /// `right` of `found`, where `wanted` were wanted.
    pub(crate) fn of(right: usize, found: usize, wanted: usize) -> Self {
        Self {
            right,
            found,
            wanted,
        }
    }

    /// Adds another count.
    pub(crate) fn add(&mut self, other: Count) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }

    /// How many were found and not wanted.
    pub(crate) const fn false_ones(self) -> usize {
        self.found - self.right
    }

    /// A line of the table. Nothing found where nothing was wanted is right.
    pub(crate) fn line(self, name: &str) -> String {
        let part = |of: usize, other: usize| match of {
            0 => f64::from(u8::from(other == 0)),
            _ => self.right as f64 / of as f64,
        };
        let (p, r) = (part(self.found, self.wanted), part(self.wanted, self.found));
        format!(
            "{}  (right {}, found {}, gold {})",
            prf(name, p, r),
            self.right,
            self.found,
            self.wanted
        )
    }
}

/// How many were right of those asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Accuracy {
    /// Right.
    pub(crate) right: usize,
    /// Asked for.
    pub(crate) asked: usize,
}

impl Accuracy {
    /// Adds one answer.
    pub(crate) fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.asked += 1;
    }

    /// A line of the table.
    pub(crate) fn line(self, name: &str) -> String {
        let accuracy = match self.asked {
            0 => 1.0,
            asked => self.right as f64 / asked as f64,
        };
        format!(
            "{name:<22} accuracy   {accuracy:.3}              (right {}, of {})",
            self.right, self.asked
        )
    }
}

/// A name with precision, recall and F1.
pub(crate) fn prf(name: &str, p: f64, r: f64) -> String {
    let f1 = if p + r > 0.0 {
        2.0 * p * r / (p + r)
    } else {
        0.0
    };
    format!("{name:<22} F1 {f1:.3}   P {p:.3}   R {r:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_found_where_nothing_is_wanted_is_right() {
        assert!(Count::default().line("x").contains("F1 1.000"));
        assert!(Count::of(0, 0, 3).line("x").contains("F1 0.000"));
        assert!(Count::of(0, 3, 0).line("x").contains("F1 0.000"));
        assert!(Count::of(1, 2, 1).line("x").contains("F1 0.667"));
    }
}
