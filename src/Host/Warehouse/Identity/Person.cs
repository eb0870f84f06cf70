namespace Merit.Host.Warehouse.Identity;

/// <summary>One person: the contacts that became it and why, and what it did.</summary>
/// <param name="Id">The person's id: that of its first record.</param>
/// <param name="Records">The contacts, the first one first.</param>
/// <param name="Values">What identifies them, the surest first.</param>
/// <param name="Rows">How many rows each table has of the person.</param>
/// <param name="Deeds">What it did, in order of time; the last ones where there are many.</param>
internal sealed record Person(
    string Id, IReadOnlyList<PersonRecord> Records, IReadOnlyList<PersonValue> Values, IReadOnlyList<PersonRows> Rows, IReadOnlyList<PersonDeed> Deeds)
{
    /// <summary>What came of it, in order of time.</summary>
    public IReadOnlyList<PersonConversion> Conversions { get; init; } = [];
}

/// <summary>A conversion of a person.</summary>
/// <param name="Id">Its id, by which its journey is asked for.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="At">When, UTC; null where that is not known.</param>
/// <param name="Value">What it brought, or null.</param>
internal sealed record PersonConversion(string Id, string Kind, DateTime? At, decimal? Value);

/// <summary>Rows of a person.</summary>
/// <param name="Table">The table.</param>
/// <param name="Count">How many it has.</param>
internal sealed record PersonRows(string Table, long Count);

/// <summary>A contact as sources name it.</summary>
/// <param name="ContactId">Its id.</param>
/// <param name="IsRecord">Whether it is a row of contacts; otherwise only other tables name it.</param>
/// <param name="CreatedAt">When it was first known, UTC.</param>
/// <param name="Sources">The sources that name it, each with the table it fills.</param>
internal sealed record PersonRecord(string ContactId, bool IsRecord, DateTime? CreatedAt, IReadOnlyList<string> Sources);

/// <summary>A value that identifies contacts of a person.</summary>
/// <param name="Key">The key.</param>
/// <param name="Shown">The value, masked.</param>
/// <param name="Outcome"><c>joins</c> these contacts, stands <c>alone</c>, is <c>shared</c> by too many, or <c>never</c> joins.</param>
/// <param name="People">How many share it, where those are too many.</param>
/// <param name="Contacts">The contacts of the person that have it.</param>
/// <param name="Sources">The sources that say so.</param>
/// <param name="Without">The people that would be left without it, each by its contacts; empty where it would still be one.</param>
internal sealed record PersonValue(
    string Key, string Shown, string Outcome, long? People, IReadOnlyList<string> Contacts, IReadOnlyList<string> Sources, IReadOnlyList<IReadOnlyList<string>> Without);

/// <summary>Something a person did or was part of.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Table">The table that tells it.</param>
/// <param name="Id">The row's id.</param>
/// <param name="What">What it was, in the data's own words.</param>
/// <param name="Contact">The contact id its source gave.</param>
internal sealed record PersonDeed(DateTime? At, string Table, string Id, string What, string? Contact);
