using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Learning;

/// <summary>What a model learned from journeys.</summary>
/// <param name="Channels">What the credits' indexes mean.</param>
/// <param name="Credits">One per channel, in their order.</param>
/// <param name="Intervals">Of conversions and value, by channel; null where none were made.</param>
/// <param name="Quality">How far the model can be trusted.</param>
/// <param name="Findings">What a reader should know.</param>
internal sealed record LearnedCredit(
    IReadOnlyList<string> Channels, IReadOnlyList<Credit> Credits, IReadOnlyList<(Interval Conversions, Interval Value)>? Intervals,
    IReadOnlyList<Quality> Quality, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>The credit without each bucket of journeys in turn, by channel; empty where there are no intervals.</summary>
    public IReadOnlyList<IReadOnlyList<Credit>> Without { get; init; } = [];
}

/// <summary>Lets a model learn, and makes sure that what it gives can be given.</summary>
internal static class LearningRun
{
    private const double Tolerance = 1e-9;

    /// <summary>Learning again from more counts than this, once for every bucket, is not done unasked.</summary>
    private const int MostUnasked = 1_000_000;

    private const string NoIntervals = "There are too few journeys for intervals, or so many different ones that they are made only with --intervals on.";

    /// <summary>Counts what the model needs and lets it learn.</summary>
    /// <param name="model">Which, for messages.</param>
    /// <param name="learner">The model.</param>
    /// <param name="evidence">Counts.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to the model.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="MeritException">The model cannot learn from these journeys, or does not share out all of them.</exception>
    public static LearnedCredit Run(ModelSettings model, ILearningModel learner, EvidenceCount evidence, bool? intervals, CancellationToken stop)
    {
        var around = intervals ?? learner.HasIntervals;
        var counts = evidence.Count(learner.Needs, byBucket: around || learner.Needs is not Transitions);
        try
        {
            var learned = learner.Learn(counts, stop);
            Credit[] credits = [.. learned.Credits.OrderBy(c => c.Channel)];
            Check(model, counts, learner.Needs, credits);
            var jackknife = new Jackknife(learner, counts, stop);
            var found = around && (intervals is true || learner.SharesEachAlone || counts.Groups.Count <= MostUnasked) ? jackknife.Around(credits) : null;
            var notes = around && found is null ? learned.Notes.Append(NoIntervals) : learned.Notes;
            return new LearnedCredit(counts.Channels, credits, found, learned.Quality, [.. notes.Select(note => AttributionRules.Learned.At(model.At, model.Name, note))]) { Without = jackknife.Replicates };
        }
        catch (LearningException cannot)
        {
            throw new MeritException(AttributionRules.CannotLearn.At(model.At, model.Name, cannot.Message, cannot.NextStep), cannot);
        }
        catch (Exception e) when (e is not (MeritException or OperationCanceledException))
        {
            throw new MeritException(AttributionRules.LearnFailed.At(model.At, model.Name, e.Message), e);
        }
    }

    private static void Check(ModelSettings model, JourneyCounts counts, Evidence needs, Credit[] credits)
    {
        if (!credits.Select(c => c.Channel).SequenceEqual(Enumerable.Range(0, counts.Channels.Count)))
        {
            throw new InvalidOperationException("It did not give every channel one credit.");
        }

        var whole = needs is Transitions { Order: var order } ? counts.Groups.Where(g => g.Channels.Count <= order) : counts.Groups;
        var (conversions, value, magnitude) = (whole.Sum(g => g.Conversions), whole.Sum(g => g.Value), whole.Sum(g => Math.Abs(g.Value)));
        var (given, brought) = (credits.Sum(c => c.Conversions), credits.Sum(c => c.Value));
        if (!(Math.Abs(given - conversions) <= Tolerance * conversions))
        {
            throw new MeritException(AttributionRules.NotConserved.At(model.At, model.Name, "conversions", given, conversions));
        }

        if (!(Math.Abs(brought - value) <= Tolerance * magnitude))
        {
            throw new MeritException(AttributionRules.NotConserved.At(model.At, model.Name, "value", brought, value));
        }
    }
}
