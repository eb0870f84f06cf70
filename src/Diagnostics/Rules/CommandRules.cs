using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can be wrong with a command line, or with carrying it out.</summary>
public static class CommandRules
{
    /// <summary>The command line cannot be understood.</summary>
    public static readonly DiagnosticRule Usage = new(
        "MRT5001", Error,
        "Wrong usage: {0}",
        "Correct it: {1}");

    /// <summary>The command was interrupted.</summary>
    public static readonly DiagnosticRule Stopped = new(
        "MRT5002", Error,
        "The command was stopped; what was published before stands as it was.",
        "Run it again when you like.");

    /// <summary>The folder for a new workspace is in use.</summary>
    public static readonly DiagnosticRule FolderInUse = new(
        "MRT5003", Error,
        "The folder {0} is not empty.",
        "Name a new or an empty folder.");

    /// <summary>A file cannot be written.</summary>
    public static readonly DiagnosticRule CannotWrite = new(
        "MRT5004", Error,
        "{0} cannot be written: {1}",
        "Name a file in a folder that exists and that you may write to.");

    /// <summary>A model where no metric depends on one.</summary>
    public static readonly DiagnosticRule UselessModel = new(
        "MRT5005", Error,
        "The model '{0}' changes nothing here: none of these metrics is attributed: {1}.",
        "Leave out --model, or ask for an attributed metric such as attributed_revenue.");

    /// <summary>A model the workspace does not run.</summary>
    public static readonly DiagnosticRule UnknownModel = new(
        "MRT5006", Error,
        "The workspace runs no attribution model '{0}'.",
        "Name one that it runs, or add it to attribution.models in merit.yaml: {1}");

    /// <summary>Git cannot be asked.</summary>
    public static readonly DiagnosticRule NoGit = new(
        "MRT5007", Error,
        "Git cannot be asked for scripts of the past: {0}.",
        "Install git, so that 'git --version' answers, or compare by hand.");

    /// <summary>The workspace is in no repository.</summary>
    public static readonly DiagnosticRule NoRepository = new(
        "MRT5008", Error,
        "{0} is in no git repository.",
        "Keep the workspace in one: 'git init', then commit merit.yaml and metrics/.");

    /// <summary>A revision that git does not know.</summary>
    public static readonly DiagnosticRule UnknownRevision = new(
        "MRT5009", Error,
        "The repository knows no revision '{0}'.",
        "Name a commit, a branch or a tag: HEAD, HEAD~1, main, v1.2.");

    /// <summary>A code that no diagnostic has.</summary>
    public static readonly DiagnosticRule UnknownCode = new(
        "MRT5010", Error,
        "There is no diagnostic '{0}'.",
        "Give a code as it is printed, such as MRT2001: {1}");

    /// <summary>A source merit.yaml has not.</summary>
    public static readonly DiagnosticRule NoSuchSource = new(
        "MRT5011", Error,
        "The workspace has no source '{0}'.",
        "Name one of merit.yaml: {1}");
}
