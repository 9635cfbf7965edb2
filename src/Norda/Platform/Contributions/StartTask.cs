using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>
/// Something that waits for who has signed in: register one as a singleton. Words are forms of the plural, Action says what the button
/// does; both are keys of <see cref="Texts"/>. Waiting has one row for each thing; the questions of all tasks go to the database together.
/// </summary>
public sealed record StartTask(string Words, string Href, string Icon, string Action, int Order, Func<IServiceProvider, IQueryable<int>> Waiting)
{
    /// <summary>Waits for the office, not for the person.</summary>
    public bool IsOfOffice { get; init; }

    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Start, Act.Read);
}

/// <summary>A figure of the line under the greeting: what is new in the chamber, or soon. Words are forms of the plural.</summary>
public sealed record StartFigure(string Words, int Order, Func<IServiceProvider, IQueryable<int>> Counted)
{
    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Start, Act.Read);
}

/// <summary>What a new person does first, with the minutes that it takes about. It is done once Done has a row.</summary>
public sealed record FirstStep(string Text, string Href, int Minutes, int Order, Func<IServiceProvider, IQueryable<int>> Done)
{
    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Start, Act.Read);
}
