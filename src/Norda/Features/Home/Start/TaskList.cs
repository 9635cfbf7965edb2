using Norda.Platform.Contributions;

namespace Norda.Features.Home.Start;

/// <summary>Things that wait, under one heading.</summary>
public sealed record TaskList(string Id, string Title, IReadOnlyList<(StartTask Task, int Count)> Tasks);
