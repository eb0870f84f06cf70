namespace Merit.Host.Access;

/// <summary><c>access</c> in merit.yaml: how others reach <c>merit serve</c>, and which rows each role may see.</summary>
internal sealed record AccessSettings
{
    public const int UsualPace = 600;

    /// <summary>The address under which others reach it, or null.</summary>
    public Uri? Address { get; init; }

    /// <summary>Whether also who sits at this machine signs in.</summary>
    public bool Always { get; init; }

    /// <summary>How long somebody stays signed in without looking at anything.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How many requests a minute one visitor may send.</summary>
    public int Pace { get; init; } = UsualPace;

    /// <summary>The provider with which users sign in, or null.</summary>
    public OpenIdSettings? OpenId { get; init; }

    /// <summary>Rules on rows by role.</summary>
    public IReadOnlyDictionary<Role, IReadOnlyList<string>> Rows { get; init; } = new Dictionary<Role, IReadOnlyList<string>>();

    /// <summary>The rules on rows of a visitor, as they are written.</summary>
    public IReadOnlyList<string> RulesOf(Visitor visitor) => visitor.IsLocal ? [] : [.. Rows.GetValueOrDefault(visitor.Role) ?? [], .. visitor.Rows];
}
