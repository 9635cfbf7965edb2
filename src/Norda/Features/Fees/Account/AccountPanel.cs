namespace Norda.Features.Fees.Account;

/// <summary>
/// A section that a feature adds to the account of a firm, the office's card and the firm's own page: register one as a singleton.
/// Component is a view component that takes <c>companyId</c> and <c>isOffice</c>, and renders nothing when it has nothing to say.
/// </summary>
public sealed record AccountPanel(Type Component, int Order);
