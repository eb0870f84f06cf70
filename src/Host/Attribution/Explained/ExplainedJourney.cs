using System.Text.Json.Serialization;
using Merit.Diagnostics;

namespace Merit.Host.Attribution.Explained;

/// <summary>One conversion, and what each model gave to each of its touches.</summary>
/// <param name="Conversion">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Contact">Who converted; null where nobody is known.</param>
/// <param name="ConvertedAt">When, in UTC; null where that is not known, and no touch can lie before it.</param>
/// <param name="Value">What it brought; null for nothing that is money.</param>
/// <param name="Credits">Model by model, each touch of the model's journey in order; one without a touch where it has none.</param>
internal sealed record ExplainedJourney(string Conversion, string Kind, string? Contact, DateTime? ConvertedAt, decimal? Value, IReadOnlyList<ExplainedCredit> Credits)
{
    /// <summary>Where the credit at hand is not what the models of merit.yaml would give now.</summary>
    [JsonIgnore]
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}

/// <summary>What a model gave to a touch, and why.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Touch">The touch; null for a conversion that no touch earned.</param>
/// <param name="Share">Its part of the conversion, 0 to 1.</param>
internal sealed record ExplainedCredit(string Model, ExplainedTouch? Touch, double Share)
{
    /// <summary>Of a rule; null of a model that learned, whose weights are not of one journey.</summary>
    public Weighed? Why { get; init; }
}

/// <summary>What a share comes from.</summary>
/// <param name="Weight">The touch's weight.</param>
/// <param name="Sum">The sum of the weights of its journey, by which it is divided.</param>
internal sealed record Weighed(double Weight, double Sum);

/// <summary>A touch of a journey.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Position">Its place in the model's journey, from 1.</param>
/// <param name="OccurredAt">When, in UTC.</param>
/// <param name="AgeDays">Days to the conversion.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="Campaign">Its campaign.</param>
internal sealed record ExplainedTouch(string Id, long Position, DateTime OccurredAt, double AgeDays, string? Channel, string? Campaign);
