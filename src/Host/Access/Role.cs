namespace Merit.Host.Access;

/// <summary>What somebody may do; each may what those before it may.</summary>
internal enum Role
{
    /// <summary>Looks at pages and reports.</summary>
    Viewer,

    /// <summary>Asks questions of their own, and sees definitions, statements and rows; also as a program.</summary>
    Analyst,

    /// <summary>Sees schedules, deliveries and who looked at what.</summary>
    Admin,
}

/// <summary>Roles by their names.</summary>
internal static class Roles
{
    public static IReadOnlyDictionary<string, Role> ByName { get; } = Enum.GetValues<Role>().ToDictionary(NameOf, r => r, StringComparer.Ordinal);

    public static string NameOf(Role role) => role switch { Role.Viewer => "viewer", Role.Analyst => "analyst", _ => "admin" };
}
