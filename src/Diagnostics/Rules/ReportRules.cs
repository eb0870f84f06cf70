using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with a report's template, and with writing reports.</summary>
public static class ReportRules
{
    /// <summary>A template nobody has.</summary>
    public static readonly DiagnosticRule NoTemplate = new(
        "MRT4001", Error,
        "There is no report template '{0}'.",
        "Write reports/{0}.md, or name one that exists: {1}");

    /// <summary>Two templates of one name.</summary>
    public static readonly DiagnosticRule TwoTemplates = new(
        "MRT4002", Error,
        "Two templates are named '{0}': {1} and {2}.",
        "Remove or rename one of them.");

    /// <summary>Front matter without an end.</summary>
    public static readonly DiagnosticRule UnclosedFrontMatter = new(
        "MRT4003", Error,
        "The front matter that starts here has no end.",
        "Close it with a line of three hyphens.");

    /// <summary>A tag nobody knows.</summary>
    public static readonly DiagnosticRule UnknownTag = new(
        "MRT4004", Error,
        "There is no tag '{0}'.",
        "Correct it: {1}");

    /// <summary>A name without a value.</summary>
    public static readonly DiagnosticRule UnknownName = new(
        "MRT4005", Error,
        "'{0}' has no value here.",
        "Correct it, or add it to the query of the loop around it: {1}");

    /// <summary>Braces that are not closed.</summary>
    public static readonly DiagnosticRule UnclosedTag = new(
        "MRT4006", Error,
        "The tag that starts here is not closed.",
        "Close it with '}}}}', and close every quote and parenthesis inside it.");

    /// <summary>A block that is not closed.</summary>
    public static readonly DiagnosticRule UnclosedBlock = new(
        "MRT4007", Error,
        "The block '{{{{#{0}}}}}' that starts here is not closed.",
        "Add '{{{{/{0}}}}}' after what it repeats or shows.");

    /// <summary>A closing tag without its opening one.</summary>
    public static readonly DiagnosticRule StrayClose = new(
        "MRT4008", Error,
        "'{{{{/{0}}}}}' closes nothing: {1}.",
        "Remove it, or correct the block's name.");

    /// <summary>Three braces.</summary>
    public static readonly DiagnosticRule Unescaped = new(
        "MRT4009", Error,
        "'{0}' would put a value into the page as it is.",
        "Write two braces: values are always shown as the text they are.");

    /// <summary>An argument a tag does not take.</summary>
    public static readonly DiagnosticRule UnknownArgument = new(
        "MRT4011", Error,
        "The tag '{0}' takes no argument '{1}'.",
        "Correct or remove it: {2}");

    /// <summary>An argument of the wrong sort.</summary>
    public static readonly DiagnosticRule BadArgument = new(
        "MRT4012", Error,
        "The tag '{0}' cannot use '{2}' as {1}.",
        "Give {3}.");

    /// <summary>An argument that must be there.</summary>
    public static readonly DiagnosticRule MissingArgument = new(
        "MRT4013", Error,
        "The tag '{0}' needs {1}.",
        "Write it as in {2}.");

    /// <summary>Anything else the template engine refuses.</summary>
    public static readonly DiagnosticRule NotATemplate = new(
        "MRT4014", Error,
        "The template cannot be read: {0}.",
        "Compare the tag with those in docs/reports.md.");

    /// <summary>Rates of a funnel that do not fit its stages.</summary>
    public static readonly DiagnosticRule FunnelRates = new(
        "MRT4015", Error,
        "A funnel of {0} stages has {1} steps, but {2} rates are named.",
        "Name one rate for every step, or none.");

    /// <summary>A report that would overwrite another page.</summary>
    public static readonly DiagnosticRule SameOutput = new(
        "MRT4016", Error,
        "Two pages would be written to '{0}'.",
        "Give the report another 'name' in merit.yaml; 'index' is the list of all reports.");

    /// <summary>The folder for the pages cannot be written.</summary>
    public static readonly DiagnosticRule CannotWrite = new(
        "MRT4017", Error,
        "The report '{0}' could not be written: {1}.",
        "Make room, or give this user the right to write there.");

    /// <summary>A rendering that could not be kept.</summary>
    public static readonly DiagnosticRule CannotArchive = new(
        "MRT4070", Error,
        "The report '{0}' was written, and could not be kept in .merit/archive: {1}.",
        "Make room, or give this user the right to write there; 'archive: {{ keep: 0 }}' in merit.yaml keeps none.");
}
