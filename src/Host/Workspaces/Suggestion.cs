using Merit.Diagnostics;

namespace Merit.Host.Workspaces;

/// <summary>The end of a next step that says which name was probably meant, or which there are.</summary>
internal static class Suggestion
{
    public static string For(string name, IEnumerable<string> known)
    {
        var candidates = known.ToList();
        if (Nearest.To(name, candidates) is { } nearest)
        {
            return $"did you mean '{nearest}'?";
        }

        return candidates.Count == 0 ? "there is none." : $"known here: {string.Join(", ", candidates)}.";
    }
}
