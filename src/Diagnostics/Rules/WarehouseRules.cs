using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>The warehouse file and its versions.</summary>
public static class WarehouseRules
{
    /// <summary>A statement failed in the engine.</summary>
    public static readonly DiagnosticRule EngineRefused = new(
        "MRT1301", Error,
        "The warehouse engine gave an error: {0}.",
        "If no expression or file of yours is named, please report it.");

    /// <summary>Two loads at once.</summary>
    public static readonly DiagnosticRule AnotherLoad = new(
        "MRT1302", Error,
        "Another load is at work in this workspace.",
        "Wait until it has ended, then try again. The lock is {0}; it is let go when that process ends.");

    /// <summary>Nothing was ever loaded.</summary>
    public static readonly DiagnosticRule NothingPublished = new(
        "MRT1303", Error,
        "This workspace has no data yet.",
        "Run 'merit load' or 'merit run' first.");

    /// <summary>The warehouse folder cannot be written.</summary>
    public static readonly DiagnosticRule CannotWrite = new(
        "MRT1304", Error,
        "The warehouse cannot be written: {0}",
        "Make {1} writable, or free space on its disk.");

    /// <summary>A published file that the engine cannot open.</summary>
    public static readonly DiagnosticRule Unreadable = new(
        "MRT1305", Error,
        "The warehouse file {0} cannot be opened: {1}.",
        "Load again: 'merit load' makes a new one from the sources.");
}
