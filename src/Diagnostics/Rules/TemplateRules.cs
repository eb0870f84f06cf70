using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with a template's parts, parameters and series, with explaining changes, and with printing.</summary>
public static class TemplateRules
{
    /// <summary>An include that names no part.</summary>
    public static readonly DiagnosticRule BadInclude = new(
        "MRT3060", Error,
        "'{0}' names no part to include.",
        "Write the part's name alone, without arguments: {{{{> footer}}}} includes reports/_footer.md.");

    /// <summary>An include of a part that nobody has.</summary>
    public static readonly DiagnosticRule NoPart = new(
        "MRT3061", Error,
        "There is no part '{0}'.",
        "Write reports/_{0}.md, or name one that exists: {1}");

    /// <summary>A part that includes itself.</summary>
    public static readonly DiagnosticRule PartInItself = new(
        "MRT3062", Error,
        "The part '{0}' includes itself: {1}.",
        "Take one of these includes out.");

    /// <summary>A setting of a parameter that the template has not.</summary>
    public static readonly DiagnosticRule NoParameter = new(
        "MRT3063", Error,
        "The template '{0}' has no parameter '{1}'.",
        "Declare it under 'parameters' of its front matter, or correct the name: {2}");

    /// <summary>A placeholder without a value.</summary>
    public static readonly DiagnosticRule NoPlaceholder = new(
        "MRT3064", Error,
        "'${{{0}}}' stands for nothing here.",
        "Declare it under 'parameters' of the front matter, or correct the name: {1}");

    /// <summary>A parameter named like something else.</summary>
    public static readonly DiagnosticRule TakenParameter = new(
        "MRT3065", Error,
        "A parameter cannot be named '{0}': in a template that is {1}.",
        "Give it another name.");

    /// <summary>A series over a dimension for which no usual metric says which values there are.</summary>
    public static readonly DiagnosticRule NoHaving = new(
        "MRT3066", Error,
        "Which values '{0}' has cannot be told.",
        "Name the metric by which: for_each: {{ by: {0}, having: new_leads }}.");

    /// <summary>A series that is too long.</summary>
    public static readonly DiagnosticRule TooManyReports = new(
        "MRT3067", Error,
        "'{0}' has {1} values: that would be as many reports.",
        "Set a limit under for_each, at most {2}, or a filter under 'where'.");

    /// <summary>Nothing to print with.</summary>
    public static readonly DiagnosticRule NoChromium = new(
        "MRT3068", Warning,
        "PDF and PNG were left out ({0}): no Chromium is installed here.",
        "Install Chromium, Chrome or Edge, name the executable in the variable {1}, or take pdf and png out of 'formats'.");

    /// <summary>A browser that does not print.</summary>
    public static readonly DiagnosticRule ChromiumFailed = new(
        "MRT3069", Warning,
        "PDF and PNG were left out: {0} did not print, {1}.",
        "Try to start it by hand, or name another one in the variable {2}.");

    /// <summary>A ratio whose parts are not those named.</summary>
    public static readonly DiagnosticRule WrongParts = new(
        "MRT3070", Error,
        "'{0}' is not '{1}' divided by '{2}'.",
        "Name the two metrics it is made of: 'merit explain {0}' tells them.");

    /// <summary>Changes without anything to compare with.</summary>
    public static readonly DiagnosticRule NothingToCompare = new(
        "MRT3071", Error,
        "The tag '{0}' needs something to compare with, and this report compares with {1}.",
        "Set 'compare: previous' or 'compare: year-ago' in the front matter or in merit.yaml.");
}
