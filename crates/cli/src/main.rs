//! `sourcelight`: the core without a browser, for scripts, archives, and for measuring the engine.

mod anchor;
mod error;
mod eval;
mod extract;
mod input;
mod markdown;
mod record;
mod score;
mod story;
mod stream;
mod terminal;
mod today;
mod validate;
mod wording;

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use sourcelight_analysis::{Convention, Engine, Options, analyze};

use crate::error::Error;

/// Lights up who said what in a news article.
#[derive(Parser)]
#[command(name = "sourcelight", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Finds who said what, and where an article is contested.
    Analyze(AnalyzeArgs),
    /// Finds the passages that selectors describe in a text or page, one JSON record a line.
    Anchor(anchor::Args),
    /// Says which rules of the W3C's model an annotation, or each of a page of them, breaks.
    Validate {
        /// The annotations as JSON; - for standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Reads any supported page or text into metadata and typed blocks.
    Extract(ExtractArgs),
    /// Measures an engine against articles that people annotated.
    #[command(subcommand)]
    Eval(EvalCommand),
}

#[derive(Subcommand)]
enum EvalCommand {
    /// Precision, recall and F1 of attributions, with the polnear convention.
    Attribution {
        /// One annotated document a line: {"id", "text", "attributions"}.
        #[arg(long)]
        gold: PathBuf,
        /// Which engine finds them.
        #[arg(long, value_enum, default_value_t = EngineArg::Instant)]
        engine: EngineArg,
    },
    /// What is said of attributions, voices, chains, coverage, claims without a source, contested points.
    Article {
        /// A folder of annotated articles, one .json file each.
        #[arg(long)]
        gold: PathBuf,
        /// Which engine finds them.
        #[arg(long, value_enum, default_value_t = EngineArg::Instant)]
        engine: EngineArg,
        /// Measure these annotations instead, a folder of the same form: how two readers agree.
        #[arg(long, conflicts_with = "engine")]
        pred: Option<PathBuf>,
    },
}

#[derive(clap::Args)]
struct AnalyzeArgs {
    /// The article: plain text or HTML in UTF-8; - for standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// How to print the analysis.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Read one JSON document a line, answer one a line.
    #[arg(long)]
    jsonl: bool,
    /// How attributions are cut.
    #[arg(long, value_enum, default_value_t = ConventionArg::Sourcelight)]
    convention: ConventionArg,
    /// Which engine finds them.
    #[arg(long, value_enum, default_value_t = EngineArg::Instant)]
    engine: EngineArg,
    /// The article's date (ISO 8601), where the text has none.
    #[arg(long)]
    date: Option<String>,
    /// What the treaty register takes for today (ISO 8601), where an article has no date at all.
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
}

#[derive(clap::Args)]
struct ExtractArgs {
    /// The page or text in UTF-8; - for standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Where it was found.
    #[arg(long)]
    url: Option<String>,
    /// Read one {"id", "html", "url"} a line, answer one article a line.
    #[arg(long)]
    jsonl: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
}

#[derive(Clone, Copy, ValueEnum)]
enum ConventionArg {
    Sourcelight,
    Polnear,
}

#[derive(Clone, Copy, ValueEnum)]
enum EngineArg {
    Rules,
    Instant,
}

impl EngineArg {
    const fn engine(self) -> Engine {
        match self {
            EngineArg::Rules => Engine::Rules,
            EngineArg::Instant => Engine::Instant,
        }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that closed the pipe has seen enough.
        Err(Error::Write(e)) if e.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("sourcelight: {e}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<(), Error> {
    match cli.command {
        Command::Analyze(args) => run_analyze(&args),
        Command::Anchor(args) => anchor::run(&args),
        Command::Validate { file } => validate::run(&file),
        Command::Extract(args) => {
            let out = std::io::BufWriter::new(std::io::stdout().lock());
            if args.jsonl {
                extract::stream(std::io::stdin().lock(), out, args.url.as_deref())
            } else {
                extract::file(&args.file, args.url.as_deref(), out)
            }
        }
        Command::Eval(EvalCommand::Attribution { gold, engine }) => {
            let table = eval::attribution(&gold, engine.engine())?;
            writeln!(std::io::stdout(), "{table}")?;
            Ok(())
        }
        Command::Eval(EvalCommand::Article { gold, engine, pred }) => {
            let table = story::table(&gold, pred.as_deref(), engine.engine())?;
            writeln!(std::io::stdout(), "{table}")?;
            Ok(())
        }
    }
}

fn run_analyze(args: &AnalyzeArgs) -> Result<(), Error> {
    let convention = match args.convention {
        ConventionArg::Sourcelight => Convention::Sourcelight,
        ConventionArg::Polnear => Convention::Polnear,
    };
    let engine = args.engine.engine();
    let options = Options {
        convention,
        engine,
        today: Some(today::or(args.today.as_deref())),
        ..Options::default()
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.jsonl {
        return stream::run(std::io::stdin().lock(), out, &options, args.date.as_deref());
    }
    let mut article = input::open(&input::read(&args.file)?)?;
    if article.metadata.published.is_none() {
        article.metadata.published.clone_from(&args.date);
    }
    let analysis = analyze(&article, &options);
    match args.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &record::analysis(&article, &analysis))?;
            writeln!(out)?;
        }
        Format::Text => {
            let color = std::io::stdout().is_terminal();
            write!(out, "{}", terminal::render(&article, &analysis, color))?;
        }
        Format::Markdown => write!(out, "{}", markdown::render(&article, &analysis))?,
    }
    out.flush()?;
    Ok(())
}
