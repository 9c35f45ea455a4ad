namespace Chatalo.Kills;

/// <summary>What is done to a worker, by the numbers of Linux.</summary>
public enum KillSignal
{
    /// <summary>Ctrl+C.</summary>
    Interrupt = 2,

    /// <summary>The end that nothing can prepare for.</summary>
    Kill = 9,

    /// <summary>The end that a service manager or a container asks for.</summary>
    Terminate = 15,

    /// <summary>A machine that sleeps: the process is stopped, and goes on later.</summary>
    Stop = 19,
}
