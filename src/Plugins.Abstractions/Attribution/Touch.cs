namespace Merit.Plugins.Attribution;

/// <summary>The leaves a weight is made of: what is known of one touch in its journey.</summary>
public sealed class Touch
{
    /// <summary>The touch's place in its journey, 1 for the first (by time, then touch id).</summary>
    public Term Position { get; } = new Leaf(LeafKind.Position);

    /// <summary>How many touches the journey has.</summary>
    public Term Count { get; } = new Leaf(LeafKind.Count);

    /// <summary>Days from the touch to the conversion, with fraction, at least 0.</summary>
    public Term AgeDays { get; } = new Leaf(LeafKind.AgeDays);

    /// <summary>How many touches of the journey have this touch's channel, this one included.</summary>
    public Term SameChannelCount { get; } = new Leaf(LeafKind.SameChannelCount);

    /// <summary>Whether the touch's channel is one of these (after aliases; case matters).</summary>
    public Test ChannelIs(params string[] channels) => new ChannelTest([.. channels]);

    /// <summary>Whether this is the journey's latest touch at or before it reached a stage; never, where it did not reach it.</summary>
    public Test LatestBefore(Stage stage) => new LatestBeforeTest(stage);

    /// <summary>Whether this is the latest of the journey's touches for which <paramref name="test"/> holds.</summary>
    public Test LatestWhere(Test test) => new LatestWhereTest(test);

    /// <summary>How many touches of the journey pass a test.</summary>
    public Term CountWhere(Test test) => new CountWhere(test);

    /// <summary>One of two weights.</summary>
    public Term If(Test test, Term then, Term otherwise) => new Choice(test, then, otherwise);

    /// <summary>A power.</summary>
    public Term Pow(Term @base, Term exponent) => new Power(@base, exponent);
}

/// <summary>Moments in a customer's life that staged models look at.</summary>
public enum Stage
{
    /// <summary>The lead was created.</summary>
    Lead,

    /// <summary>The opportunity was created.</summary>
    Opportunity,

    /// <summary>The conversion itself.</summary>
    Conversion,
}
