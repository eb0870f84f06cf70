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

    /// <summary>Whether it depends on nothing but the touch itself: its age, its channel.</summary>
    public static bool TouchAlone(Term weight) => !Any(
        weight,
        t => t is CountWhere or Leaf { Kind: not LeafKind.AgeDays },
        t => t is LatestBeforeTest or LatestWhereTest);

    /// <summary>Whether it depends on nothing but whether the touch opens or closes its journey, and how many touches that has: then no touch needs a place.</summary>
    public static bool EndsAlone(Term weight) => !Any(
        weight,
        t => t is CountWhere or Leaf { Kind: not LeafKind.Count },
        t => t is LatestBeforeTest { Stage: not Stage.Conversion } or LatestWhereTest or ChannelTest,
        t => t is Comparison comparison && EndOf(comparison) is not null);

    /// <summary>The end of the journey that a comparison asks for; null where it asks for something else.</summary>
    public static JourneyEnd? EndOf(Comparison comparison) => comparison switch
    {
        { Kind: not ComparisonKind.Equal } => null,
        { Left: Leaf { Kind: LeafKind.Position }, Right: Constant { Value: 1 } } => JourneyEnd.First,
        { Left: Constant { Value: 1 }, Right: Leaf { Kind: LeafKind.Position } } => JourneyEnd.First,
        { Left: Leaf { Kind: LeafKind.Position }, Right: Leaf { Kind: LeafKind.Count } } => JourneyEnd.Last,
        { Left: Leaf { Kind: LeafKind.Count }, Right: Leaf { Kind: LeafKind.Position } } => JourneyEnd.Last,
        _ => null,
    };

    // What is passed over is not looked into.
    private static bool Any(Term term, Func<Term, bool> isTerm, Func<Test, bool> isTest, Func<Test, bool>? passOver = null)
    {
        return OfTerm(term);

        bool OfTerm(Term term) => isTerm(term) || term switch
        {
            CountWhere where => OfTest(where.Test),
            Arithmetic arithmetic => OfTerm(arithmetic.Left) || OfTerm(arithmetic.Right),
            Power power => OfTerm(power.Base) || OfTerm(power.Exponent),
            Choice choice => OfTest(choice.Test) || OfTerm(choice.Then) || OfTerm(choice.Otherwise),
            _ => false,
        };

        bool OfTest(Test test) => passOver?.Invoke(test) is not true && (isTest(test) || test switch
        {
            Comparison comparison => OfTerm(comparison.Left) || OfTerm(comparison.Right),
            LatestWhereTest where => OfTest(where.Test),
            Both both => OfTest(both.Left) || OfTest(both.Right),
            Either either => OfTest(either.Left) || OfTest(either.Right),
            Not not => OfTest(not.Test),
            _ => false,
        });
    }
}

/// <summary>An end of a journey.</summary>
internal enum JourneyEnd
{
    /// <summary>Its first touch.</summary>
    First,

    /// <summary>Its last touch.</summary>
    Last,
}
