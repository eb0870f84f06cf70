namespace Merit.Diagnostics.Rules;

/// <content>Functions and models: C# of a script that the engine calls, or that makes a table.</content>
public static partial class DefinitionRules
{
    /// <summary>A function or model with a name that cannot be one.</summary>
    public static readonly DiagnosticRule BadName = new(
        "MRT2150", Severity.Error,
        "'{0}' cannot be the name of a {1}.",
        "Use lower-case letters, digits and underscores, beginning with a letter.");

    /// <summary>A function that takes or gives what no column can hold.</summary>
    public static readonly DiagnosticRule NoColumnType = new(
        "MRT2151", Severity.Error,
        "{0} of the function '{1}' is {2}, which no column can hold.",
        "{3}");

    /// <summary>A model whose rows no table can hold.</summary>
    public static readonly DiagnosticRule BadModelRow = new(
        "MRT2152", Severity.Error,
        "The model '{0}' makes rows of {1}: {2}.",
        "Declare a record such as 'record Rfm(string account_id, long orders);' at the end of the file, with a property of text, number, yes or no, day or time for each column.");

    /// <summary>A model that takes the name of a table.</summary>
    public static readonly DiagnosticRule TakenModel = new(
        "MRT2153", Severity.Error,
        "The model '{0}' cannot have the name of a table that is there already.",
        "Give it another name.");

    /// <summary>A model over columns of two tables, or of none.</summary>
    public static readonly DiagnosticRule ModelTables = new(
        "MRT2154", Severity.Error,
        "The model '{0}' reads {1}; its rows are those of one table.",
        "Take columns of one table into Rows(…), and conditions of that table into its Where(…).");

    /// <summary>A key that is no column of the model.</summary>
    public static readonly DiagnosticRule NoSuchKey = new(
        "MRT2155", Severity.Error,
        "The key '{1}' of the model '{0}' is none of its columns.",
        "{2}");
}
