using System.Globalization;
using System.Net;
using System.Security.Claims;

namespace Norda.Platform.Access;

/// <summary>
/// The person who asks, as the session says at this very request. Outside a request (verbs, jobs) it is the system.
/// Read it late: while the session is being looked up there is nobody yet.
/// </summary>
public sealed class Me(IHttpContextAccessor http)
{
    public const string CompanyClaim = "company";
    public const string SessionClaim = "session";
    public const string SecondFactorMissingClaim = "second-factor-missing";
    public const string ProvenClaim = "proven";
    public const string NoPasswordClaim = "no-password";

    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    public bool IsSignedIn => Principal?.Identity?.IsAuthenticated == true;

    /// <summary>Null for visitors and for the system.</summary>
    public int? Id => Number(ClaimTypes.NameIdentifier);

    public string Name => Principal?.FindFirstValue(ClaimTypes.Name) ?? "";

    public string Email => Principal?.FindFirstValue(ClaimTypes.Email) ?? "";

    public Guid? SessionId => Guid.TryParse(Principal?.FindFirstValue(SessionClaim), out var id) ? id : null;

    /// <summary>One of the staff who must add a second factor before the office opens.</summary>
    public bool NeedsSecondFactor => Principal?.HasClaim(c => c.Type == SecondFactorMissingClaim) == true;

    /// <summary>False: comes in by a key or by a provider alone.</summary>
    public bool HasPassword => Principal?.HasClaim(c => c.Type == NoPasswordClaim) != true;

    public bool IsOffice => Is(Role.Office) || Is(Role.Admin);

    public IPAddress? Address => http.HttpContext?.Connection.RemoteIpAddress;

    /// <summary>The work is nobody's: a verb of the command line or a job.</summary>
    public bool IsSystem => http.HttpContext is null;

    /// <summary>Firms that let this person in, the primary one first.</summary>
    public IReadOnlyList<Membership> Companies => Principal is null ? [] : [.. Principal.FindAll(CompanyClaim).Select(c => Membership.Read(c.Value))];

    public bool Is(Role role) => role == Role.Visitor || Principal?.IsInRole(role.ToString()) == true;

    public bool BelongsTo(int companyId) => Companies.Any(c => c.CompanyId == companyId);

    /// <summary>May change the firm's profile: its editors and owners, and the office.</summary>
    public bool Edits(int companyId) => IsOffice || Companies.Any(c => c.CompanyId == companyId && c.Role >= CompanyRole.Editor);

    /// <summary>May say who belongs to the firm: its owners, and the office.</summary>
    public bool Owns(int companyId) => IsOffice || Companies.Any(c => c.CompanyId == companyId && c.Role == CompanyRole.Owner);

    /// <summary>Signed in, or proved again who they are, at this moment or later.</summary>
    public bool IsProvenSince(DateTime moment) => long.TryParse(Principal?.FindFirstValue(ProvenClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks >= moment.Ticks;

    private int? Number(string claim) => int.TryParse(Principal?.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A firm that let a person in, as it stands in the claims: "12:Owner".</summary>
public sealed record Membership(int CompanyId, CompanyRole Role)
{
    public string Claim => string.Create(CultureInfo.InvariantCulture, $"{CompanyId}:{Role}");

    public static Membership Read(string claim) =>
        claim.Split(':') is [var id, var role] ? new(int.Parse(id, CultureInfo.InvariantCulture), Enum.Parse<CompanyRole>(role)) : throw new FormatException(claim);
}
