using FsCheck;
using FsCheck.Fluent;
using Merit.Metrics.Tests.Planning;
using Merit.Tests;

namespace Merit.Metrics.Tests.Naive;

/// <summary>The whole language over random rows: every answer of the planner is the one that looking at every row gives.</summary>
public sealed class AgainstNaiveTests
{
    private const int Warehouses = 500;
    private const int QuestionsOfEach = 20;

    private static readonly Arbitrary<Case> Cases =
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Case.Of(seed, QuestionsOfEach)), one => one.Smaller());

    [Fact]
    public void Random_questions_of_the_whole_language_have_the_row_by_row_answers()
    {
        using var warehouse = new TestWarehouse();
        Prop.ForAll(Cases, one => one.Difference(warehouse) is { } difference ? Prop.Label(false, difference) : true.ToProperty()).Holds(Warehouses);
    }
}
