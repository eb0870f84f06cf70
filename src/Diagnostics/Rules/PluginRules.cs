namespace Merit.Diagnostics.Rules;

/// <summary>Loading plugins.</summary>
public static class PluginRules
{
    /// <summary>{0} the file.</summary>
    public static readonly DiagnosticRule NotAnAssembly = new(
        "MRT1101", Severity.Error,
        "{0} is not a .NET assembly.",
        "Build the plugin again, or remove the file from the plugins folder.");

    /// <summary>{0} the file, {1} why.</summary>
    public static readonly DiagnosticRule Unloadable = new(
        "MRT1102", Severity.Error,
        "{0} cannot be loaded here: {1}",
        "Build the plugin for Any CPU and check that Merit may read the file.");

    /// <summary>{0} the file.</summary>
    public static readonly DiagnosticRule NoEntry = new(
        "MRT1103", Severity.Error,
        "{0} is no Merit plugin: it has no [assembly: MeritPlugin(…)].",
        "Add the attribute to the plugin; a library that a plugin needs belongs into that plugin's own folder.");

    /// <summary>{0} the file, {1} its contract version, {2} the oldest understood.</summary>
    public static readonly DiagnosticRule TooOld = new(
        "MRT1104", Severity.Error,
        "{0} was written against plugin contract {1}, which Merit no longer understands; the oldest is {2}.",
        "Get a newer version of the plugin, or build it against the current Merit.Plugins.Abstractions.");

    /// <summary>{0} the file, {1} its contract version, {2} the newest understood.</summary>
    public static readonly DiagnosticRule TooNew = new(
        "MRT1105", Severity.Error,
        "{0} was written against plugin contract {1}, but this Merit understands none newer than {2}.",
        "Update Merit, or use an older version of the plugin.");

    /// <summary>{0} the file, {1} the entry type, {2} what is wrong with it.</summary>
    public static readonly DiagnosticRule BadEntry = new(
        "MRT1106", Severity.Error,
        "The entry type {1} of {0} {2}.",
        "Name a class in [assembly: MeritPlugin(…)] that implements IPlugin and has a public constructor without parameters.");

    /// <summary>{0} the file, {1} the exception's type, {2} its message.</summary>
    public static readonly DiagnosticRule RegisterFailed = new(
        "MRT1107", Severity.Error,
        "{0} failed while it said what it offers: {1}: {2}",
        "This is a defect of the plugin; get a newer version of it, or remove it from the plugins folder.");

    /// <summary>{0} the file, {1} the missing assembly.</summary>
    public static readonly DiagnosticRule MissingDependency = new(
        "MRT1108", Severity.Error,
        "{0} needs {1}, which does not stand beside it.",
        "Copy everything `dotnet publish` gives for the plugin into its folder (EnableDynamicLoading makes a build do the same).");

    /// <summary>{0} the kind, {1} the id, {2} who has it, {3} who claims it too.</summary>
    public static readonly DiagnosticRule DuplicateId = new(
        "MRT1109", Severity.Error,
        "The {0} `{1}` is offered by {2} and again by {3}; the first one counts.",
        "Remove one of the two, or give one another id.");

    /// <summary>{0} the file, {1} the id.</summary>
    public static readonly DiagnosticRule InvalidId = new(
        "MRT1110", Severity.Error,
        "{0} offers something under the id `{1}`, which is not one.",
        "Use lower-case words joined by hyphens, such as time-decay.");

    /// <summary>{0} the folder, {1} the file that was expected in it.</summary>
    public static readonly DiagnosticRule EmptyFolder = new(
        "MRT1111", Severity.Warning,
        "Nothing was loaded from {0}, because there is no {1} in it.",
        "Name the folder like the plugin's assembly, or move what is no plugin elsewhere.");

    /// <summary>{0} the kind, {1} the id, {2} where it comes from, {3} why.</summary>
    public static readonly DiagnosticRule CreateFailed = new(
        "MRT1112", Severity.Error,
        "The {0} `{1}` ({2}) does not work with these options: {3}",
        "Change its options; `merit plugins` lists what it understands.");
}
