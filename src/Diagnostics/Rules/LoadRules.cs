using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>Sources and loading.</summary>
public static class LoadRules
{
    /// <summary>The connector says that it cannot read.</summary>
    public static readonly DiagnosticRule CannotRead = new(
        "MRT1201", Error,
        "The source '{0}' cannot be read: {1}",
        "{2}");

    /// <summary>A mapping names a column the source has not.</summary>
    public static readonly DiagnosticRule NoSuchColumn = new(
        "MRT1202", Error,
        "The source '{0}' has no column '{1}'.",
        "{2}");

    /// <summary>An expression that could do more than compute a value from its row.</summary>
    public static readonly DiagnosticRule RefusedExpression = new(
        "MRT1203", Error,
        "The expression '{0}' cannot be used: {1}.",
        "Write one expression over the columns of this source, from operators and functions such as lower, trim, coalesce, cast, date_trunc.");

    /// <summary>An expression the engine does not understand.</summary>
    public static readonly DiagnosticRule WrongExpression = new(
        "MRT1204", Error,
        "The expression '{0}' is wrong: {1}.",
        "The source's columns are: {2}.");

    /// <summary>A file that is not what it should be.</summary>
    public static readonly DiagnosticRule WrongFormat = new(
        "MRT1205", Error,
        "The source '{0}' cannot be read as {1}: {2}.",
        "Check 'format' and the settings beside it.");

    /// <summary>Two sources fill one column.</summary>
    public static readonly DiagnosticRule FilledTwice = new(
        "MRT1206", Warning,
        "The column '{0}.{1}' is filled by '{2}' and by '{3}'.",
        "Where both have a value, that of '{3}' counts, because it comes later; leave the column out of one of them to be sure.");

    /// <summary>Amounts that could not be converted.</summary>
    public static readonly DiagnosticRule NoRate = new(
        "MRT1207", Warning,
        "Rows of the source '{0}' are in a currency without a rate on their day, {1} in all: {2}.",
        "Load a table 'rates' with currency, date and rate; a rate holds from its date until the next one.");

    /// <summary>A row is not loaded; the others are, and a version is published.</summary>
    public static readonly DiagnosticRule Rejected = new(
        "MRT1208", Error,
        "This row of the source '{0}' was not loaded: {1}.",
        "Correct it where it comes from, or leave such rows out with 'where'; it is kept in merit.rejects.");

    /// <summary>An exception of a connector that is not meant for users.</summary>
    public static readonly DiagnosticRule ConnectorFailed = new(
        "MRT1209", Error,
        "The connector '{1}' of the source '{0}' failed: {2}.",
        "This is a defect of the connector; please tell who made it.");

    /// <summary>An encoding nobody knows.</summary>
    public static readonly DiagnosticRule UnknownEncoding = new(
        "MRT1210", Error,
        "'{0}' is not an encoding.",
        "Name one such as utf-8, gb18030, windows-1252 or utf-16.");

    /// <summary>A connector that names files after rows, outside the folders the engine was given.</summary>
    public static readonly DiagnosticRule OutsideFolders = new(
        "MRT1211", Error,
        "The source '{0}' names the file {1} only after it has given rows, and outside the workspace.",
        "This is a defect of the connector: files must be named before rows.");

    /// <summary>Files and rows, or files of several formats, from one source.</summary>
    public static readonly DiagnosticRule MixedChunks = new(
        "MRT1212", Error,
        "The source '{0}' gives {1} and {2}.",
        "Make a source of each.");

    /// <summary>More rows are not loaded than are named one by one.</summary>
    public static readonly DiagnosticRule MoreRejected = new(
        "MRT1214", Error,
        "{1} of {2} rows of the source '{0}' were not loaded; the first {3} are named above.",
        "The table merit.rejects holds them all, with their reasons; where all are wrong in the same way, correct the column's mapping.");

    /// <summary>A date format strptime does not know.</summary>
    public static readonly DiagnosticRule WrongDateFormat = new(
        "MRT1213", Error,
        "'{0}' is not a date format: {1}.",
        "Write it as strptime does: %Y year, %m month, %d day, %H hour, %M minute, %S second, %z offset.");
}
