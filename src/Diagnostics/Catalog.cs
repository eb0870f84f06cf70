using System.Reflection;

namespace Merit.Diagnostics;

/// <summary>All diagnostics Merit can give, read off the static classes in <c>Rules/</c>.</summary>
public static class Catalog
{
    /// <summary>Every rule, by code.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        .. typeof(Catalog).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true })
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(f => f.GetValue(null))
            .OfType<DiagnosticRule>()
            .OrderBy(r => r.Code, StringComparer.Ordinal),
    ];
}
