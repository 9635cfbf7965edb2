using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.SecondFactor;

public static class SecondFactors
{
    /// <summary>Whoever has a second factor must have shown it in this session to add another: else a stolen password would be enough to make one and open the office.</summary>
    public static Task<bool> MayAdd(this AppDb db, Me me, CancellationToken cancel) => db.Set<UserSession>().AnyAsync(
        s => s.Id == me.SessionId && (s.SecondFactor || !s.User.TwoFactorEnabled && !db.Set<IdentityUserPasskey<int>>().Any(p => p.UserId == s.UserId)), cancel);
}
