namespace Merit.Metrics.Planning;

/// <summary>What is now less what was before, or that as a fraction of the size of what was.</summary>
internal sealed record ChangeFormula(Formula Now, Formula Before, bool Relative) : Formula
{
    public override IEnumerable<Formula> Parts => [Now, Before];
}

/// <summary>A part of the total over some columns of the answer; null where it is not grouped by them.</summary>
internal sealed record ShareFormula(IReadOnlyList<string>? Columns, Formula Part, Formula Whole) : Formula
{
    public override IEnumerable<Formula> Parts => [Part, Whole];
}

/// <summary>A place among the groups that differ in some columns of the answer; null where it is not grouped by them.</summary>
internal sealed record RankFormula(Formula Ranked, IReadOnlyList<string>? Columns, bool LowestFirst) : Formula
{
    public override IEnumerable<Formula> Parts => [Ranked];
}

/// <summary>1 where what is reached is what is expected or better, else 0.</summary>
internal sealed record OnTrackFormula(Formula Reached, Formula Expected, bool LowerIsBetter) : Formula
{
    public override IEnumerable<Formula> Parts => [Reached, Expected];
}
