namespace Norda.Platform.Contributions;

/// <summary>
/// Why nobody may be reminded of fees just now: register one as a singleton. Reason gives a sentence for the office, or null when
/// nothing stands against it. Whoever brings in payments says here that the last ones are too old to go by.
/// </summary>
public sealed record ReminderStop(Func<IServiceProvider, CancellationToken, Task<string?>> Reason);
