using System.Globalization;

namespace Norda.Features.Accounts.SignIn;

/// <summary>Between the password and the code: who gave the right password, for five minutes.</summary>
public sealed class SecondStep(ShortMemory memory)
{
    private const string Name = "step";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public void Remember(HttpContext http, int userId, bool remember) => memory.Remember(http, Name, string.Create(CultureInfo.InvariantCulture, $"{userId} {remember}"), Patience);

    public (int UserId, bool Remember)? Read(HttpContext http) =>
        memory.Read(http, Name)?.Split(' ') is [var id, var remember] ? (int.Parse(id, CultureInfo.InvariantCulture), bool.Parse(remember)) : null;

    public void Forget(HttpContext http) => memory.Forget(http, Name);
}
