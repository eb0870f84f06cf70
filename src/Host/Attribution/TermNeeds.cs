using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution;

/// <summary>What has to be known of touches before a weight can be computed.</summary>
internal static class TermNeeds
{
    /// <summary>Whether it depends on when touches happened.</summary>
    public static bool Times(Term weight) =>
        Any(weight, t => t is Leaf { Kind: LeafKind.AgeDays }, t => t is LatestBeforeTest { Stage: not Stage.Conversion });

    /// <summary>Whether it depends on the channels of touches.</summary>
    public static bool Channels(Term weight) =>
        Any(weight, t => t is Leaf { Kind: LeafKind.SameChannelCount }, t => t is ChannelTest);

    private static bool Any(Term term, Func<Term, bool> isTerm, Func<Test, bool> isTest) => isTerm(term) || term switch
    {
        CountWhere where => Any(where.Test, isTerm, isTest),
        Arithmetic arithmetic => Any(arithmetic.Left, isTerm, isTest) || Any(arithmetic.Right, isTerm, isTest),
        Power power => Any(power.Base, isTerm, isTest) || Any(power.Exponent, isTerm, isTest),
        Choice choice => Any(choice.Test, isTerm, isTest) || Any(choice.Then, isTerm, isTest) || Any(choice.Otherwise, isTerm, isTest),
        _ => false,
    };

    private static bool Any(Test test, Func<Term, bool> isTerm, Func<Test, bool> isTest) => isTest(test) || test switch
    {
        Comparison comparison => Any(comparison.Left, isTerm, isTest) || Any(comparison.Right, isTerm, isTest),
        LatestWhereTest where => Any(where.Test, isTerm, isTest),
        Both both => Any(both.Left, isTerm, isTest) || Any(both.Right, isTerm, isTest),
        Either either => Any(either.Left, isTerm, isTest) || Any(either.Right, isTerm, isTest),
        Not not => Any(not.Test, isTerm, isTest),
        _ => false,
    };
}
