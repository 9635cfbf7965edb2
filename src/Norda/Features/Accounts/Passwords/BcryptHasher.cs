using Microsoft.AspNetCore.Identity;

namespace Norda.Features.Accounts.Passwords;

/// <summary>
/// bcrypt of cost 11 over a SHA-384 of the password, so that nothing is cut at 72 bytes (36 Polish letters). Hashes that the
/// former application made ($2a$, $2b$, $2y$, without the SHA-384) still open the door once and are then made anew.
/// </summary>
public sealed class BcryptHasher : IPasswordHasher<User>
{
    public const int Cost = 11;

    /// <summary>Parts ours from bare bcrypt: from the hash alone nobody could tell.</summary>
    private const string Mark = "sha384:";

    /// <summary>Of no password; compared with where there is no account, so that the answer takes as long.</summary>
    private static readonly Lazy<string> Nobody = new(() => Hash(Guid.NewGuid().ToString()));

    public string HashPassword(User user, string password) => Hash(password);

    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        var ours = hashedPassword.StartsWith(Mark, StringComparison.Ordinal);
        var bcrypt = ours ? hashedPassword[Mark.Length..] : hashedPassword;
        if (!Matches(providedPassword, bcrypt, ours))
            return PasswordVerificationResult.Failed;
        return ours && !BCrypt.Net.BCrypt.PasswordNeedsRehash(bcrypt, Cost) ? PasswordVerificationResult.Success : PasswordVerificationResult.SuccessRehashNeeded;
    }

    /// <summary>Spends the time of a comparison and says no.</summary>
    public static void Pretend(string password) => Matches(password, Nobody.Value[Mark.Length..], enhanced: true);

    private static string Hash(string password) => Mark + BCrypt.Net.BCrypt.EnhancedHashPassword(password, BCrypt.Net.HashType.SHA384, Cost);

    private static bool Matches(string password, string bcrypt, bool enhanced)
    {
        try
        {
            return enhanced ? BCrypt.Net.BCrypt.EnhancedVerify(password, bcrypt, BCrypt.Net.HashType.SHA384) : BCrypt.Net.BCrypt.Verify(password, bcrypt);
        }
        catch (Exception broken) when (broken is BCrypt.Net.SaltParseException or ArgumentException)
        {
            return false; // a hash of another kind opens nothing
        }
    }
}
