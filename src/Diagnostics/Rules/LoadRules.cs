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

    /// <summary>A source that is read incrementally has a column it had not.</summary>
    public static readonly DiagnosticRule ColumnAdded = new(
        "MRT1215", Note,
        "The source '{0}' now has a column '{1}'.",
        "Rows read before have no value in it; 'merit load --full' reads them again.");

    /// <summary>A source that is read incrementally has lost a column.</summary>
    public static readonly DiagnosticRule ColumnGone = new(
        "MRT1216", Warning,
        "The source '{0}' no longer has the column '{1}': rows read from now on have no value in it.",
        "Take it out of the source's 'columns', or see what became of it where it comes from; 'merit load --full' forgets it.");

    /// <summary>A column has values of another kind, which both fit into one.</summary>
    public static readonly DiagnosticRule ColumnWidened = new(
        "MRT1217", Warning,
        "The column '{1}' of the source '{0}' now holds {2}, where it held {3}: it is kept as {4}.",
        "Nothing is lost; 'merit load --full' makes it what the source says now.");

    /// <summary>A column has values of another kind that do not fit together.</summary>
    public static readonly DiagnosticRule ColumnChanged = new(
        "MRT1218", Error,
        "The column '{1}' of the source '{0}' held {2} and now holds {3}, which cannot be kept together.",
        "Run 'merit load --full' to read the source anew.");

    /// <summary>A source tells its rows apart by other columns than before.</summary>
    public static readonly DiagnosticRule KeyChanged = new(
        "MRT1219", Error,
        "The rows of the source '{0}' were told apart by {1}, and now by {2}.",
        "Run 'merit load --full' to read the source anew.");

    /// <summary>The budget is spent; the next load goes on.</summary>
    public static readonly DiagnosticRule BudgetSpent = new(
        "MRT1220", Warning,
        "Reading the source '{0}' stopped after {1} rows, as its 'budget' says; there may be more.",
        "The next load goes on from here.");

    /// <summary>The budget is spent, and nothing read would be of use to the next load.</summary>
    public static readonly DiagnosticRule OverBudget = new(
        "MRT1221", Error,
        "The source '{0}' gives more than its 'budget' allows, and cannot be read in parts: {1} rows so far.",
        "Give it a larger 'budget', or read less of it.");

    /// <summary>A setting is wrong, as the connector found by trying it.</summary>
    public static readonly DiagnosticRule WrongSetting = new(
        "MRT1222", Error,
        "The source '{0}' does not connect: {1}",
        "{2}");

    /// <summary>A connector that cannot say something.</summary>
    public static readonly DiagnosticRule NotDiscovered = new(
        "MRT1223", Error,
        "The connector '{1}' of the source '{0}' does not say what there is to read.",
        "Look where the data comes from; 'merit load' names the columns when a mapping names one that is not there.");

    /// <summary>A setting is wrong, as can be seen without asking the source.</summary>
    public static readonly DiagnosticRule WrongOption = new(
        "MRT1230", Error,
        "The source '{0}' is set up wrongly: {1}",
        "{2}");

    /// <summary>A file to propose a mapping for that is not there.</summary>
    public static readonly DiagnosticRule NoFileToLookAt = new(
        "MRT1231", Error,
        "There is no file '{0}' to look at.",
        "Name files relative to where you are, or in full.");

    /// <summary>Files are no more whose rows were kept.</summary>
    public static readonly DiagnosticRule FilesGone = new(
        "MRT1232", Note,
        "Files of the source '{0}' are gone, and their rows with them, {1} in all: {2}.",
        "Put them back where they were not meant to go; the next load reads them again.");
}
