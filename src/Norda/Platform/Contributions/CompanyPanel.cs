namespace Norda.Platform.Contributions;

/// <summary>
/// A section that a feature adds to the page of a firm: register one as a singleton. Component is a view component that takes
/// <c>companyId</c> and <c>slug</c>, asks the database once at most, and renders nothing when it has nothing to say.
/// </summary>
public sealed record CompanyPanel(Type Component, int Order);
