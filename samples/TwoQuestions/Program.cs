// Two models are due here, one for each strategy file; the project file names both.
Console.WriteLine("Who is in good health, and who in poor?");
