using FsCheck.Fluent;
using Merit.Metrics.Tests.Planning;
using Merit.Tests;

namespace Merit.Metrics.Tests.Naive;

/// <summary>The whole language over random rows: every answer of the planner is the one that looking at every row gives. In two halves, side by side.</summary>
public abstract class AgainstNaive(int half)
{
    private const int Warehouses = 260;
    private const int QuestionsOfEach = 20;

    [Fact]
    public void Random_questions_of_the_whole_language_have_the_row_by_row_answers()
    {
        using var warehouse = new TestWarehouse().OnOneThread();
        var asked = 0;
        var cases = Arb.From(Gen.Choose(0, (int.MaxValue - 1) / 2).Select(seed => Case.Of((2 * seed) + half, QuestionsOfEach)), one => one.Smaller());
        Shrunk.Shown(() => Prop.ForAll(cases, one =>
        {
            asked += one.Questions.Count;
            return one.Difference(warehouse) is { } difference ? Prop.Label(false, difference) : true.ToProperty();
        }).Holds(Warehouses));

        Assert.True(asked >= 5_000, $"Only {asked} questions were asked.");
    }
}

/// <summary>One half.</summary>
public sealed class AgainstNaiveTests() : AgainstNaive(0);

/// <summary>The other half.</summary>
public sealed class MoreAgainstNaiveTests() : AgainstNaive(1);
