namespace Merit.Host.Samples;

/// <summary>How large a company to make, and which.</summary>
/// <param name="Touchpoints">Rows of touchpoints, 1 to 50 million; everything else grows with them.</param>
/// <param name="Seed">The same seed and size give the same files, byte for byte, on every machine.</param>
internal sealed record DemoOptions(long Touchpoints = 20_000, ulong Seed = 1)
{
    public const long MostTouchpoints = 50_000_000;

    public const int LeastChannels = 12;

    public const int MostChannels = 500;

    public const int LongestJourney = 100;

    /// <summary>How many channels there are; those beyond twelve are paid for.</summary>
    public int Channels { get; init; } = LeastChannels;

    /// <summary>How many touches a contact has on average, within about two months; null for a few, as interest has it.</summary>
    public int? JourneyLength { get; init; }

    /// <summary>The part of all contacts who buy after their last touch; null for those alone whom interest makes buy.</summary>
    public double? Buyers { get; init; }

    /// <summary>What the data files are.</summary>
    public DemoFormat Format { get; init; }
}

/// <summary>What data files are.</summary>
internal enum DemoFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>Parquet; every value is a text, as in CSV, so that faults are the same.</summary>
    Parquet,
}

/// <summary>What was written.</summary>
/// <param name="Rows">Rows of each file, by its name.</param>
/// <param name="Faults">Rows with each fault made on purpose.</param>
internal sealed record DemoSummary(IReadOnlyDictionary<string, long> Rows, DemoFaults Faults);

/// <summary>Faults as real exports have them, made at a known rate and counted as they are made.</summary>
internal sealed record DemoFaults
{
    /// <summary>Touchpoints dated on a day that does not exist; not loadable.</summary>
    public long BadTouchDates { get; set; }

    /// <summary>Touchpoints that repeat the identifier of the row before.</summary>
    public long RepeatedTouches { get; set; }

    /// <summary>Touchpoints of nobody known.</summary>
    public long TouchesOfNobody { get; set; }

    /// <summary>Touchpoints that name a campaign no list knows.</summary>
    public long UnknownCampaigns { get; set; }

    /// <summary>Touchpoints of a campaign whose link carried no UTM parameters.</summary>
    public long Untagged { get; set; }

    /// <summary>Touchpoints whose utm_campaign is spelled with other capitals.</summary>
    public long MixedCase { get; set; }

    /// <summary>Leads created on a day that does not exist; not loadable.</summary>
    public long BadLeadDates { get; set; }

    /// <summary>Leads that repeat another and say so.</summary>
    public long DuplicateLeads { get; set; }

    /// <summary>Leads that name no campaign though one brought them.</summary>
    public long LeadsWithoutCampaign { get; set; }

    /// <summary>Spend whose amount is no number; not loadable.</summary>
    public long BadAmounts { get; set; }

    /// <summary>Spend below zero: credit notes.</summary>
    public long CreditNotes { get; set; }
}
