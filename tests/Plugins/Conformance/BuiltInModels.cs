using Merit.Attribution.Learning.Chains;
using Merit.Attribution.Learning.Conversion;
using Merit.Attribution.Learning.Games;
using Merit.Plugins.Attribution;
using Merit.Plugins.Scoring;
using Merit.Plugins.Testing;
using Merit.Scoring.CompositeIndex;
using Merit.Scoring.WeightedSum;

namespace Merit.Plugins.Tests.Conformance;

public sealed class MarkovConformance : LearningConformance
{
    protected override ILearningModel Make() => new Markov(new MarkovOptions());
}

public sealed class LongMarkovConformance : LearningConformance
{
    protected override ILearningModel Make() => new Markov(new MarkovOptions { Order = 3 });
}

public sealed class ShapleyConformance : LearningConformance
{
    protected override ILearningModel Make() => new Shapley(new ShapleyOptions());
}

public sealed class OrderedShapleyConformance : LearningConformance
{
    protected override ILearningModel Make() => new OrderedShapley();
}

public sealed class DataDrivenConformance : LearningConformance
{
    protected override ILearningModel Make() => new DataDriven(new DataDrivenOptions());
}

public sealed class WeightedSumConformance : ScoringConformance
{
    protected override IScoringModel Make() => new WeightedSumModel();
}

public sealed class CompositeIndexConformance : ScoringConformance
{
    protected override IScoringModel Make() => new CompositeIndexModel(new CompositeIndexOptions());
}
