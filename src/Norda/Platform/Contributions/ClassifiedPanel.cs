namespace Norda.Platform.Contributions;

/// <summary>
/// A section that a feature adds to the page of an advertisement: register one as a singleton. Component is a view component that takes
/// <c>classifiedId</c> and renders nothing when it has nothing to say.
/// </summary>
public sealed record ClassifiedPanel(Type Component, int Order);
