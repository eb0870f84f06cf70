namespace Merit.Host.Delivery.Carriers;

/// <summary>Takes a parcel to a recipient.</summary>
internal interface ICarrier
{
    /// <summary>Whether it does no harm to deliver a parcel again, because its key or its place tells that it is the same.</summary>
    bool IsRecognised { get; }

    /// <summary>Delivers it; throws <see cref="CarrierException"/> where that fails.</summary>
    /// <param name="parcel">What to deliver.</param>
    /// <param name="handingOver">To be called before the step from which on it may have arrived.</param>
    /// <param name="stop">Asks to stop.</param>
    Task CarryAsync(Parcel parcel, Action handingOver, CancellationToken stop);
}

/// <summary>A delivery that failed.</summary>
internal sealed class CarrierException(string why, Exception? inner = null) : Exception(why, inner)
{
    /// <summary>Whether trying again is of no use.</summary>
    public bool IsLasting { get; init; }

    /// <summary>Whether it may have arrived all the same: nobody said that it did not.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>How long the other side wants to be left alone.</summary>
    public TimeSpan? After { get; init; }
}
