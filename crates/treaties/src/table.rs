//! How the data files are written: lines with columns between bars, under the id of an instrument.

/// The cells of a line; "-" is an empty one.
pub(crate) fn cells(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('|').map(|cell| match cell.trim() {
        "-" => "",
        cell => cell,
    })
}

/// The lines that say something, each with the id they stand under.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut id = "";
    file.lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with('#'))
        .filter_map(move |line| match heading(line) {
            Some(heading) => {
                id = heading;
                None
            }
            None => Some((id, line)),
        })
}

fn heading(line: &'static str) -> Option<&'static str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

/// The words of a cell.
pub(crate) fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split_whitespace().collect()
}
