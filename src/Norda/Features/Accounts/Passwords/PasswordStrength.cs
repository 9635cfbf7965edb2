using System.Buffers;
using System.Globalization;
using System.Text;

namespace Norda.Features.Accounts.Passwords;

/// <summary>
/// How hard a password is to guess, roughly: letters that neither repeat the one before nor follow it (aaa, abc, 321) count, at most twice the
/// number of different ones; a word that everybody guesses is weak however long. wwwroot/js/strength.js counts the same way while one types; the rules are <see cref="PasswordRules"/>.
/// </summary>
public static class PasswordStrength
{
    public const int Most = 4;

    /// <summary>Words of the levels from 0 to <see cref="Most"/>, a key of the texts.</summary>
    public const string Levels = "bardzo słabe|słabe|średnie|dobre|bardzo dobre";

    /// <summary>What must be counted to reach the next level.</summary>
    private static readonly int[] Steps = [5, 9, 13, 18];

    public static int Of(string password)
    {
        var counted = Counted(password);
        var level = Steps.Count(step => counted >= step);
        return PasswordRules.IsGuessed(password) ? Math.Min(level, 1) : level;
    }

    private static int Counted(string password)
    {
        var (counted, before, seen) = (0, -10, new HashSet<string>(StringComparer.Ordinal));
        var letters = StringInfo.GetTextElementEnumerator(password);
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            var code = Rune.DecodeFromUtf16(letter, out var rune, out _) == OperationStatus.Done ? rune.Value : Rune.ReplacementChar.Value;
            seen.Add(letter);
            if (Math.Abs(code - before) > 1)
                counted++;
            before = code;
        }

        return Math.Min(counted, 2 * seen.Count);
    }
}
