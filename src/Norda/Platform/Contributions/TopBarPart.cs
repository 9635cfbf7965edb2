namespace Norda.Platform.Contributions;

/// <summary>What a feature shows in the top bar to who is signed in: register one as a singleton. Component is a view component without arguments.</summary>
public sealed record TopBarPart(Type Component, int Order);
