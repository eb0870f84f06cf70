using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with merit.yaml and the <c>.env</c> file beside it.</summary>
public static class WorkspaceRules
{
    /// <summary>The folder holds no merit.yaml.</summary>
    public static readonly DiagnosticRule NoWorkspace = new(
        "MRT1001", Error,
        "There is no merit.yaml in {0}.",
        "Name the workspace's folder with --project, or make a workspace with 'merit init'.");

    /// <summary>The file is no YAML.</summary>
    public static readonly DiagnosticRule Syntax = new(
        "MRT1002", Error,
        "This is not valid YAML: {0}.",
        "Check indentation, colons and quotes at and just above this place.");

    /// <summary>A key nobody knows.</summary>
    public static readonly DiagnosticRule UnknownKey = new(
        "MRT1003", Error,
        "Unknown key '{0}'.",
        "Correct or remove it: {1}");

    /// <summary>A key given twice.</summary>
    public static readonly DiagnosticRule DuplicateKey = new(
        "MRT1004", Error,
        "The key '{0}' stands here a second time; the first is in line {1}.",
        "Remove one of the two.");

    /// <summary>A key that must be there.</summary>
    public static readonly DiagnosticRule MissingKey = new(
        "MRT1005", Error,
        "The key '{0}' is missing.",
        "Add '{0}:' here: {1}");

    /// <summary>A mapping where a list should be, and the like.</summary>
    public static readonly DiagnosticRule WrongType = new(
        "MRT1006", Error,
        "'{0}' is {1}, but must be {2}.",
        "Write {2}.");

    /// <summary>A value that is not one of those possible.</summary>
    public static readonly DiagnosticRule BadValue = new(
        "MRT1007", Error,
        "{0}: '{1}' is not {2}.",
        "Write {3}");

    /// <summary>A variable that has no value.</summary>
    public static readonly DiagnosticRule UnsetVariable = new(
        "MRT1008", Error,
        "The variable {0} is not set.",
        "Set it in the environment or in the file .env beside merit.yaml, or give a default: ${{{0}:-value}}.");

    /// <summary>A variable reference that does not read as one.</summary>
    public static readonly DiagnosticRule BadVariable = new(
        "MRT1009", Error,
        "This reference to a variable is not complete.",
        "Write ${{NAME}} or ${{NAME:-default}}, with a name of letters, digits and underscores; write $${{ for a literal ${{.");

    /// <summary>A line of .env that cannot be read.</summary>
    public static readonly DiagnosticRule BadDotEnvLine = new(
        "MRT1010", Error,
        "This line {0}.",
        "Write NAME=value, with quotes around a value that holds spaces or #.");

    /// <summary>A connector no plugin offers.</summary>
    public static readonly DiagnosticRule UnknownConnector = new(
        "MRT1011", Error,
        "No plugin offers a connector '{0}'.",
        "Name an installed connector ('merit plugins' lists them): {1}");

    /// <summary>A model no plugin offers.</summary>
    public static readonly DiagnosticRule UnknownModel = new(
        "MRT1012", Error,
        "No plugin offers an attribution model '{0}'.",
        "Name an installed model ('merit plugins' lists them): {1}");

    /// <summary>A column a canonical table does not have.</summary>
    public static readonly DiagnosticRule UnknownColumn = new(
        "MRT1013", Error,
        "The table '{0}' has no column '{1}'.",
        "Correct the name, or give it a type to add a column of your own, such as {{ from: …, type: text }}: {2}");

    /// <summary>A column that is made of nothing, or of two things.</summary>
    public static readonly DiagnosticRule NotOneOrigin = new(
        "MRT1014", Error,
        "The column '{0}' is made of {1}.",
        "Give exactly one of from, constant and sql.");

    /// <summary>A source that fills a table Merit makes itself.</summary>
    public static readonly DiagnosticRule DerivedTable = new(
        "MRT1015", Error,
        "The table '{0}' is made by Merit from other tables; no source can fill it.",
        "Load the facts it is made of, or choose another name.");

    /// <summary>A source that fills a column Merit makes itself.</summary>
    public static readonly DiagnosticRule DerivedColumn = new(
        "MRT1016", Error,
        "The column '{0}.{1}' is filled by Merit; no source can fill it.",
        "Remove it.");

    /// <summary>A mapping without the table's key.</summary>
    public static readonly DiagnosticRule MissingKeyColumn = new(
        "MRT1017", Error,
        "The source '{0}' fills the table '{1}' without its key column '{2}'.",
        "Map '{2}', by which rows are told apart and joined with those of other sources.");

    /// <summary>A key for a table that has a fixed one.</summary>
    public static readonly DiagnosticRule FixedKey = new(
        "MRT1018", Error,
        "The key of the table '{0}' is fixed: {1}.",
        "Remove 'key'.");

    /// <summary>A key of columns that are not filled.</summary>
    public static readonly DiagnosticRule UnfilledKey = new(
        "MRT1019", Error,
        "The key column '{0}' is not among the columns this source fills.",
        "Map it, or name another: {1}");

    /// <summary>A table name that looks like a slip.</summary>
    public static readonly DiagnosticRule NearlyCanonical = new(
        "MRT1020", Error,
        "'{0}' is not a table of Merit's data model, but nearly '{1}'.",
        "Write '{1}', or give a table of your own a name that is less alike.");

    /// <summary>A type other than the data model's.</summary>
    public static readonly DiagnosticRule FixedType = new(
        "MRT1021", Error,
        "The column '{0}.{1}' is of type {2}, not {3}.",
        "Remove 'type'.");

    /// <summary>The default model is not run.</summary>
    public static readonly DiagnosticRule DefaultNotRun = new(
        "MRT1022", Error,
        "The default model '{0}' is not among the models.",
        "Add it to 'models' or choose another default: {1}");

    /// <summary>Two models of one name.</summary>
    public static readonly DiagnosticRule SameModelTwice = new(
        "MRT1023", Error,
        "Two models are named '{0}'.",
        "Give one of them another 'id'.");

    /// <summary>Two reports that would overwrite each other.</summary>
    public static readonly DiagnosticRule SameReportTwice = new(
        "MRT1024", Error,
        "Two reports would be written to '{0}'.",
        "Give one of them another 'name'.");

    /// <summary>A setting that means nothing there.</summary>
    public static readonly DiagnosticRule UselessSetting = new(
        "MRT1025", Error,
        "'{0}' means nothing for the column '{1}', which is of type {2}.",
        "Remove it, or give the column another type.");

    /// <summary>A source that fills no column.</summary>
    public static readonly DiagnosticRule NoColumns = new(
        "MRT1026", Error,
        "The source '{0}' does not say what the columns of the table '{1}' are made of.",
        "Add 'columns', such as 'columns: {{ {2}: name_in_your_file }}'.");

    /// <summary>A channel rule that would take every touchpoint.</summary>
    public static readonly DiagnosticRule EmptyChannelRule = new(
        "MRT1027", Error,
        "This rule for the channel '{0}' looks at nothing, so it would take every touchpoint.",
        "Give it a source, medium or campaign to match.");

    /// <summary>An option that its plugin does not accept.</summary>
    public static readonly DiagnosticRule RefusedOption = new(
        "MRT1028", Error,
        "{0}: '{1}' is refused: {2}.",
        "Give a value that the plugin accepts.");

    /// <summary>The file is there but cannot be read.</summary>
    public static readonly DiagnosticRule Unreadable = new(
        "MRT1029", Error,
        "This file cannot be read: {0}.",
        "Give yourself the right to read it.");

    /// <summary>A scoring model no plugin offers.</summary>
    public static readonly DiagnosticRule UnknownScoringModel = new(
        "MRT1030", Error,
        "No plugin offers a scoring model '{0}'.",
        "Name an installed model ('merit plugins' lists them): {1}");

    /// <summary>{0} the kind, {1} the table, {2} the column, {3} what it must be, {4} a suggestion.</summary>
    public static readonly DiagnosticRule WrongConversionColumn = new(
        "MRT1031", Error,
        "The conversion '{0}' cannot use '{1}.{2}': {3}.",
        "Name another column; {4}");
}
