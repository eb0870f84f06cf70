namespace Merit.Plugins.Attribution;

/// <summary>A condition on one touch.</summary>
public abstract record Test
{
    private protected Test()
    {
    }

    /// <summary>Both.</summary>
    public static Test operator &(Test left, Test right) => new Both(left, right);

    /// <summary>At least one.</summary>
    public static Test operator |(Test left, Test right) => new Either(left, right);

    /// <summary>The opposite.</summary>
    public static Test operator !(Test test) => new Not(test);
}

/// <summary>Two numbers compared.</summary>
public sealed record Comparison(ComparisonKind Kind, Term Left, Term Right) : Test;

/// <summary>The comparisons the others are made of.</summary>
public enum ComparisonKind
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>≤</summary>
    LessOrEqual,
}

/// <summary>The touch's channel is one of these.</summary>
public sealed record ChannelTest(IReadOnlyList<string> Channels) : Test;

/// <summary>The touch is the latest at or before a stage.</summary>
public sealed record LatestBeforeTest(Stage Stage) : Test;

/// <summary>The touch is the latest of those that pass.</summary>
public sealed record LatestWhereTest(Test Test) : Test;

/// <summary>Both hold.</summary>
public sealed record Both(Test Left, Test Right) : Test;

/// <summary>At least one holds.</summary>
public sealed record Either(Test Left, Test Right) : Test;

/// <summary>It does not hold.</summary>
public sealed record Not(Test Test) : Test;
