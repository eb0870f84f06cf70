namespace Merit.Host.Commands;

/// <summary>Where a command writes: data to standard output, everything about it to standard error.</summary>
internal interface IOutput
{
    /// <summary>The answer itself, which another program may read. Written as it is, with a line break.</summary>
    void Data(string text);

    /// <summary>A note for the person at the terminal; silent under <c>--quiet</c>.</summary>
    void Note(string text);

    /// <summary>A finding; never silent.</summary>
    void Finding(Merit.Diagnostics.Diagnostic diagnostic);

    /// <summary>What is being done now, for a person waiting at a terminal; gone with the next output, and nowhere else.</summary>
    void Progress(string text)
    {
    }
}
