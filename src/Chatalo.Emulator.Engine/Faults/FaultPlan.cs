namespace Chatalo.Emulator.Faults;

/// <summary>What is to go wrong with one call.</summary>
/// <param name="Rule">The rule that acts; one of kind Delay when there are only delays.</param>
/// <param name="DelayBefore">Before it is processed.</param>
/// <param name="DelayAfter">Between that and the answer.</param>
internal sealed record FaultPlan(FaultRule Rule, TimeSpan DelayBefore, TimeSpan DelayAfter);
