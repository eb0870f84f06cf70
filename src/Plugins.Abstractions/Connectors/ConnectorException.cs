namespace Merit.Plugins.Connectors;

/// <summary>The source cannot be read; the message says why and is shown to the user (never put a secret in it).</summary>
public sealed class ConnectorException : Exception
{
    /// <summary>Without a next step.</summary>
    public ConnectorException(string message, Exception? cause = null)
        : this(message, "", cause)
    {
    }

    /// <summary>With a next step.</summary>
    /// <param name="message">What is wrong, a sentence.</param>
    /// <param name="nextStep">What the user can do, a sentence.</param>
    /// <param name="cause">What caused it.</param>
    public ConnectorException(string message, string nextStep, Exception? cause = null)
        : base(message, cause) => NextStep = nextStep;

    /// <summary>What the user can do; empty where nothing is known.</summary>
    public string NextStep { get; }
}
