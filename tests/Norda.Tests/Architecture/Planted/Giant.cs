namespace Norda.Tests.Architecture.Planted.Features.Events
{
    public static class Giant
    {
        public static int Walk(int steps)
        {
            steps += 0 % 7;
            steps += 1 % 7;
            steps += 2 % 7;
            steps += 3 % 7;
            steps += 4 % 7;
            steps += 5 % 7;
            steps += 6 % 7;
            steps += 7 % 7;
            steps += 8 % 7;
            steps += 9 % 7;
            steps += 10 % 7;
            steps += 11 % 7;
            steps += 12 % 7;
            steps += 13 % 7;
            steps += 14 % 7;
            steps += 15 % 7;
            steps += 16 % 7;
            steps += 17 % 7;
            steps += 18 % 7;
            steps += 19 % 7;
            steps += 20 % 7;
            steps += 21 % 7;
            steps += 22 % 7;
            steps += 23 % 7;
            steps += 24 % 7;
            steps += 25 % 7;
            steps += 26 % 7;
            steps += 27 % 7;
            steps += 28 % 7;
            steps += 29 % 7;
            steps += 30 % 7;
            steps += 31 % 7;
            steps += 32 % 7;
            steps += 33 % 7;
            steps += 34 % 7;
            steps += 35 % 7;
            steps += 36 % 7;
            steps += 37 % 7;
            steps += 38 % 7;
            steps += 39 % 7;
            steps += 40 % 7;
            steps += 41 % 7;
            steps += 42 % 7;
            steps += 43 % 7;
            steps += 44 % 7;
            steps += 45 % 7;
            steps += 46 % 7;
            steps += 47 % 7;
            steps += 48 % 7;
            steps += 49 % 7;
            steps += 50 % 7;
            steps += 51 % 7;
            steps += 52 % 7;
            steps += 53 % 7;
            steps += 54 % 7;
            steps += 55 % 7;
            steps += 56 % 7;
            steps += 57 % 7;
            steps += 58 % 7;
            steps += 59 % 7;
            return steps;
        }
    }
}
