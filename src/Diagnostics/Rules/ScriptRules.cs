namespace Merit.Diagnostics.Rules;

/// <summary>Compiling and running metric scripts.</summary>
public static partial class ScriptRules
{
    /// <summary>An error of the C# compiler.</summary>
    public static readonly DiagnosticRule CompilerError = new(
        "MRT2001", Severity.Error, "{0}: {1}", "{2}");

    /// <summary><c>&amp;&amp;</c> or <c>||</c> between conditions.</summary>
    public static readonly DiagnosticRule ShortCircuit = new(
        "MRT2002", Severity.Error,
        "'{0}' cannot join conditions on rows.",
        "Write '{1}', with brackets around each comparison: (leads.score >= 80) {1} leads.won_at.HasValue.");

    /// <summary>A column compared with null.</summary>
    public static readonly DiagnosticRule NullComparison = new(
        "MRT2003", Severity.Error,
        "'{0}' is compared with null while the script runs, before there are rows.",
        "Write {1}.");

    /// <summary>A division of whole numbers that loses its fraction.</summary>
    public static readonly DiagnosticRule IntegerDivision = new(
        "MRT2004", Severity.Error,
        "'{0}' divides whole numbers, which drops the fraction.",
        "Give one side a decimal point: {1}.");

    /// <summary>A literal of the wrong kind beside a column.</summary>
    public static readonly DiagnosticRule LiteralKind = new(
        "MRT2005", Severity.Error,
        "'{0}' is a {1} literal, which does not go with {2}.",
        "Write {3}.");

    /// <summary>A condition on rows used where C# needs true or false.</summary>
    public static readonly DiagnosticRule ConditionAsFlag = new(
        "MRT2006", Severity.Error,
        "'{0}' is a condition on rows; it is neither true nor false while the script runs.",
        "Put it into Where(…), and choose between definitions with ordinary C# values.");

    /// <summary>A name of <c>metrics</c> that no script declares.</summary>
    public static readonly DiagnosticRule UnknownMetric = new(
        "MRT2007", Severity.Error,
        "No script declares the metric '{0}'.",
        "{1}");

    /// <summary>A parameter whose value is computed.</summary>
    public static readonly DiagnosticRule ParameterValue = new(
        "MRT2008", Severity.Error,
        "The value of the parameter '{0}' is computed; what type it has is not known before the script runs.",
        "Write it as it is: 7, \"text\", true or new DateOnly(2025, 3, 1).");

    /// <summary>A script threw an exception.</summary>
    public static readonly DiagnosticRule Threw = new(
        "MRT2010", Severity.Error,
        "The script stopped with {0}: {1}",
        "Correct the statement at this place.");

    /// <summary>A script did not come to an end.</summary>
    public static readonly DiagnosticRule NeverEnds = new(
        "MRT2011", Severity.Error,
        "The script was still running after {0} seconds.",
        "A script only declares definitions and ends at once; look for a loop that never stops.");

    /// <summary>A function of a script calls itself without end.</summary>
    public static readonly DiagnosticRule EndlessRecursion = new(
        "MRT2012", Severity.Error,
        "A function of the script calls itself without end, or calls lie too deep in each other.",
        "Give the function a case in which it does not call itself; nest less.");

    /// <summary>A script holds too much memory.</summary>
    public static readonly DiagnosticRule TooMuchMemory = new(
        "MRT2013", Severity.Error,
        "The script asked for more memory than it may have.",
        "A script only declares definitions and needs little; look for a list or text that grows without end, or is made far too large.");

    /// <summary>A directive that scripts may not use.</summary>
    public static readonly DiagnosticRule Directive = new(
        "MRT2020", Severity.Error,
        "'{0}' may not be used in a script.",
        "All scripts of metrics/ already see each other and the language; delete the line.");

    /// <summary>A type or member that scripts may not use.</summary>
    public static readonly DiagnosticRule Forbidden = new(
        "MRT2021", Severity.Error,
        "'{0}' may not be used in a script.",
        "Scripts declare definitions: they see the language, the tables, numbers, text, dates, lists and LINQ, and nothing outside. Load what you need as a source.");

    /// <summary>A construct of C# that scripts may not use.</summary>
    public static readonly DiagnosticRule Construct = new(
        "MRT2022", Severity.Error,
        "{0} may not be used in a script.",
        "Scripts declare definitions; write this one with the language's own functions.");

    /// <summary>What was compiled touches something the guard refuses.</summary>
    public static readonly DiagnosticRule ForbiddenInOutput = new(
        "MRT2023", Severity.Error,
        "The compiled script uses '{0}', which scripts may not use.",
        "Remove what needs it from the script.");

    /// <summary>A table whose name is taken by the language.</summary>
    public static readonly DiagnosticRule ReservedTable = new(
        "MRT2030", Severity.Error,
        "The table '{0}' cannot be seen by scripts, because the name {1}.",
        "Give the table another name under 'into' in merit.yaml.");

    /// <summary>The generated tables did not compile.</summary>
    public static readonly DiagnosticRule GeneratedTables = new(
        "MRT2031", Severity.Error,
        "The tables of the warehouse could not be made into types: {0}",
        "Rename the table or column in merit.yaml.");

    /// <summary>A script that cannot be read.</summary>
    public static readonly DiagnosticRule Unreadable = new(
        "MRT2032", Severity.Error,
        "The script cannot be read: {0}",
        "Make the file readable, or remove it.");

    /// <summary>A table whose columns only its source knows, before it was ever loaded.</summary>
    public static readonly DiagnosticRule UnknownColumns = new(
        "MRT2033", Severity.Note,
        "The columns of the table '{0}' are those of its source, so they are not known before the first load; scripts that use them, and what is built on scripts, are not checked.",
        "Run 'merit load' and then this again, or give the source 'columns'.");

    /// <summary>A script that needs such a table.</summary>
    public static readonly DiagnosticRule NeedsColumns = new(
        "MRT2034", Severity.Error,
        "The columns of the table '{0}' are those of its source, so scripts that use them cannot be compiled before the first load.",
        "Run 'merit load' and then this again, or give the source 'columns'.");
}
