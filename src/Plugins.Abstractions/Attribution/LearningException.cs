namespace Merit.Plugins.Attribution;

/// <summary>A model cannot learn from the journeys it was given, as when none of them converted.</summary>
public sealed class LearningException : Exception
{
    /// <summary>Without a next step.</summary>
    public LearningException(string message)
        : this(message, "")
    {
    }

    /// <summary>With a next step.</summary>
    /// <param name="message">What is wrong with the journeys, a sentence; shown to the user.</param>
    /// <param name="nextStep">What the user can do, a sentence.</param>
    public LearningException(string message, string nextStep)
        : base(message) => NextStep = nextStep;

    /// <summary>What the user can do; empty where nothing is known.</summary>
    public string NextStep { get; }
}
