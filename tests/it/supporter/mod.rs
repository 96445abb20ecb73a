mod choices;
mod confirming;
mod duplicates;
mod pages;
mod refusals;
mod signing;
mod waiting;
