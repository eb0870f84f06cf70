using Microsoft.AspNetCore.Http;

namespace Merit.Host.Access;

/// <summary>Who may see what is at an address.</summary>
/// <param name="Role">The least role; null for everybody, also who is not signed in.</param>
/// <param name="Whole">What is there is made of all rows, so it is not for who may see some of them only.</param>
internal sealed record Right(Role? Role, bool Whole = false)
{
    private static readonly Right Anybody = new((Role?)null);
    private static readonly Right Viewer = new(Access.Role.Viewer);
    private static readonly Right Analyst = new(Access.Role.Analyst);
    private static readonly Right Admin = new(Access.Role.Admin, Whole: true);

    // The longest that an address is or lies below decides.
    private static readonly Dictionary<string, Right> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/assets"] = Anybody, ["/signin"] = Anybody, ["/signout"] = Anybody, ["/in"] = Anybody, ["/q"] = Anybody,
        ["/campaigns"] = Viewer, ["/campaign"] = Viewer, ["/compare"] = Viewer, ["/channels"] = Viewer, ["/attribution"] = Viewer, ["/events"] = Viewer, ["/reports/live"] = Viewer,
        ["/reports"] = Viewer with { Whole = true }, ["/reports/resend"] = Analyst with { Whole = true }, ["/data"] = Viewer with { Whole = true },
        ["/alerts"] = Viewer with { Whole = true }, ["/contact"] = Analyst with { Whole = true }, ["/journey"] = Analyst with { Whole = true },
        ["/explore"] = Analyst, ["/explore.csv"] = Analyst, ["/explore.xlsx"] = Analyst, ["/explain"] = Analyst, ["/mcp"] = Analyst,
        ["/api"] = Analyst, ["/api/reports"] = Analyst with { Whole = true }, ["/api/runs"] = Analyst with { Whole = true },
        ["/schedules"] = Admin,
    };

    // The page itself, and not what lies below it.
    private static readonly Dictionary<string, Right> Alone = new(StringComparer.OrdinalIgnoreCase) { ["/"] = Viewer, ["/reports"] = Viewer };

    /// <summary>What is declared of an address; what is not declared is for admins who may see everything.</summary>
    public static Right Of(PathString path) => Declared(path) ?? Admin;

    /// <summary>What is declared of an address, or null.</summary>
    public static Right? Declared(PathString path)
    {
        var text = path.Value is { Length: > 0 } given ? given : "/";
        if (Alone.TryGetValue(text.Length > 1 ? text.TrimEnd('/') : text, out var alone))
        {
            return alone;
        }

        for (var end = text.Length; end > 0; end = text.LastIndexOf('/', end - 1))
        {
            if (All.TryGetValue(text[..end], out var right))
            {
                return right;
            }
        }

        return null;
    }
}
